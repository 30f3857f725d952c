/** What `npm start` says; `url` never carries a token. */
export interface StartWords {
  fetchingWindow: string;
  inWindow: string;
  windowFailed: string;
  inApp(url: string): string;
  inBrowser(url: string): string;
  noScreen: string;
  nothingOpened: string;
  runsAlready(url: string): string;
  runsElsewhere: string;
  howToStop: string;
}

const swedish: StartWords = {
  fetchingWindow: 'Hämtar fönstret (Electron), en gång …',
  inWindow: 'Samband öppnas i ett eget fönster.',
  windowFailed: 'Fönstret gick inte att öppna här, så Samband visas i webbläsaren i stället.',
  inApp: (url) => `Electron finns inte på datorn, så Samband visas i Chromium: ${url}`,
  inBrowser: (url) => `Electron finns inte på datorn, så Samband visas i din webbläsare: ${url}`,
  noScreen: 'Ingen skärm hittades. Öppna den här adressen i en webbläsare på samma dator:',
  nothingOpened: 'Ingen webbläsare gick att starta. Öppna den här adressen själv:',
  runsAlready: (url) => `Samband är redan i gång: ${url}`,
  runsElsewhere: 'Samband är redan i gång i sitt fönster på den här datorn.',
  howToStop: 'Samband fortsätter tills du trycker Ctrl+C här.',
};

const english: StartWords = {
  fetchingWindow: 'Fetching the window (Electron), once …',
  inWindow: 'Samband opens in a window of its own.',
  windowFailed: 'The window could not be opened here, so Samband is shown in the browser instead.',
  inApp: (url) => `There is no Electron on this computer, so Samband is shown in Chromium: ${url}`,
  inBrowser: (url) => `There is no Electron on this computer, so Samband is shown in your browser: ${url}`,
  noScreen: 'No screen was found. Open this address in a browser on the same computer:',
  nothingOpened: 'No browser could be started. Open this address yourself:',
  runsAlready: (url) => `Samband is already running: ${url}`,
  runsElsewhere: 'Samband is already running in its window on this computer.',
  howToStop: 'Samband goes on until you press Ctrl+C here.',
};

/** By the locale of the system: Swedish for Swedes, else English. */
export function startWords(locale: string): StartWords {
  return /^sv\b/i.test(locale) ? swedish : english;
}
