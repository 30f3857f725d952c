/** What the shell around the page says: the tray, and the question at the end. */
export interface MainWords {
  show: string;
  quit: string;
  quitAnyway: string;
  keepGoing: string;
  stillSending(texts: number): string;
  stillSendingDetail: string;
  cannotStart: string;
}

const swedish: MainWords = {
  show: 'Visa Samband',
  quit: 'Avsluta',
  quitAnyway: 'Avsluta ändå',
  keepGoing: 'Fortsätt skicka',
  stillSending: (texts) =>
    texts === 1 ? 'Ett meddelande väntar på att skickas.' : `${texts} meddelanden väntar på att skickas.`,
  stillSendingDetail: 'Avslutar du nu skickas inget mer förrän Samband startas igen.',
  cannotStart: 'Samband kan inte starta',
};

const english: MainWords = {
  show: 'Show Samband',
  quit: 'Quit',
  quitAnyway: 'Quit anyway',
  keepGoing: 'Keep sending',
  stillSending: (texts) =>
    texts === 1 ? 'One message is waiting to be sent.' : `${texts} messages are waiting to be sent.`,
  stillSendingDetail: 'If you quit now, nothing more is sent until Samband is started again.',
  cannotStart: 'Samband cannot start',
};

export function mainWords(locale: string): MainWords {
  return /^sv\b/i.test(locale) ? swedish : english;
}
