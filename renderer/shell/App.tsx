import { MantineProvider } from '@mantine/core';
import type { i18n } from 'i18next';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { ProgramProvider } from '../api/Program.tsx';
import type { Transport } from '../api/transport.ts';
import { resolveVariables, theme } from '../theme/theme.ts';
import { BookGate } from './BookGate.tsx';
import { KeepLanguage } from './KeepLanguage.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import { SignedOutPage } from './SignedOutPage.tsx';

/** The whole toolbox: the real side at `#/`, the practice side at `#/practice/`, each with its own memory of answers. */
export function App({ transport, text, nonce }: { transport: Transport; text: i18n; nonce: string | undefined }) {
  const [signedOut, setSignedOut] = useState(false);
  return (
    <I18nextProvider i18n={text}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={resolveVariables}
        defaultColorScheme="auto"
        {...(nonce === undefined ? {} : { getStyleNonce: () => nonce })}
      >
        <PageBoundary>
          {signedOut ? (
            <SignedOutPage />
          ) : (
            <Router hook={useHashLocation}>
              <Sides transport={transport} setSignedOut={setSignedOut} />
            </Router>
          )}
        </PageBoundary>
      </MantineProvider>
    </I18nextProvider>
  );
}

function Sides({ transport, setSignedOut }: { transport: Transport; setSignedOut: (signedOut: boolean) => void }) {
  const [onSignedOut] = useState(() => () => setSignedOut(true));
  return (
    <Switch>
      <Route path="/practice" nest>
        <ProgramProvider key="practice" transport={transport} side="practice" onSignedOut={onSignedOut}>
          <KeepLanguage>
            <BookGate firstPage="/practice" />
          </KeepLanguage>
        </ProgramProvider>
      </Route>
      <Route>
        <ProgramProvider key="real" transport={transport} side="real" onSignedOut={onSignedOut}>
          <KeepLanguage>
            <BookGate firstPage="/" />
          </KeepLanguage>
        </ProgramProvider>
      </Route>
    </Switch>
  );
}
