import type { help as swedish } from '../sv/help.ts';
import type { Words } from '../words.ts';

export const help: Words<typeof swedish> = {
  title: 'Help',
  lead: 'This is what you need to know. Each page shows the rest when you are there.',
  questions: {
    join: {
      title: 'How does somebody join?',
      text: 'Whoever wants to be in texts START to the number of the book. You can also add or import those who said yes. Nothing is sent to them then.',
      link: 'Show the link and the poster',
    },
    leave: {
      title: 'How does somebody leave?',
      text: 'By texting STOP. It holds at once, and only the one who left can come back, with START.',
      link: 'Show the members',
    },
    send: {
      title: 'What happens when I send?',
      text: 'Before each send-out it says how many get it and how. Nothing goes out until you press the button that says the same. Try it first: only to me.',
      link: 'Write',
    },
    stop: {
      title: 'I sent the wrong thing.',
      text: 'Press Pause all at the bottom. What has not gone out then waits for you, and under Send-outs you can stop the rest.',
      link: 'Show the send-outs',
    },
    who: {
      title: 'Who can write to all?',
      text: 'Writers only. What anybody else texts to the number goes to the functionaries, marked Message not sent, and never to the members.',
      link: 'Show writers and functionaries',
    },
    unknown: {
      title: 'What is an unknown outcome?',
      text: 'Something broke just as an SMS was sent, so it may have arrived. Samband never sends it again by itself: ask the person, then choose.',
      link: 'Show the inbox',
    },
    modem: {
      title: 'The light of the number is not green.',
      text: 'The page about the modem says what is missing and what you do. Nothing is lost while it is away.',
      link: 'Show the modem',
    },
    practise: {
      title: 'I want to try without risk.',
      text: 'In practice the people are invented and the telephones pretend. The real book is untouched.',
      link: 'Practise',
    },
  },
};
