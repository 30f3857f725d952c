export const help = {
  title: 'Hjälp',
  lead: 'Det här behöver du veta. Resten visar varje sida när du är där.',
  questions: {
    join: {
      title: 'Hur går någon med?',
      text: 'Den som vill vara med SMS:ar START till bokens nummer. Du kan också lägga till eller importera dem som sagt ja. Inget skickas till dem då.',
      link: 'Visa länk och affisch',
    },
    leave: {
      title: 'Hur lämnar någon?',
      text: 'Genom att SMS:a STOPP. Det gäller i samma stund, och bara den som lämnat kan själv komma tillbaka, med START.',
      link: 'Visa medlemmarna',
    },
    send: {
      title: 'Vad händer när jag skickar?',
      text: 'Före varje utskick står hur många som får det och hur. Inget går ut förrän du trycker på knappen som säger samma sak. Prova först: bara till mig.',
      link: 'Skriv',
    },
    stop: {
      title: 'Jag råkade skicka fel.',
      text: 'Tryck Pausa allt längst ned. Det som inte gått ut väntar då på dig, och under Utskick kan du stoppa resten.',
      link: 'Visa utskicken',
    },
    who: {
      title: 'Vem kan skriva till alla?',
      text: 'Bara skribenter. Skriver någon annan till numret går texten till funktionärerna, märkt Meddelande ej skickat, och aldrig till medlemmarna.',
      link: 'Visa skribenter och funktionärer',
    },
    unknown: {
      title: 'Vad betyder okänt utfall?',
      text: 'Något bröts just när ett SMS skickades, så det kan ha kommit fram. Samband skickar det aldrig igen av sig självt: fråga personen och välj sedan.',
      link: 'Visa inkorgen',
    },
    modem: {
      title: 'Lampan för numret är inte grön.',
      text: 'Sidan om modemet säger vad som saknas och vad du gör. Inget går förlorat medan det är borta.',
      link: 'Visa modemet',
    },
    practise: {
      title: 'Jag vill prova utan risk.',
      text: 'I övningen är människorna påhittade och telefonerna på låtsas. Den riktiga boken är orörd.',
      link: 'Öva',
    },
  },
} as const;
