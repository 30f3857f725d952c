import type { ReactNode } from 'react';
import { useLocation, useParams } from 'wouter';
import { PageTabs } from '../../components/PageTabs.tsx';
import { PageFrame } from '../../shell/PageFrame.tsx';
import { useText } from '../../text/use-text.ts';
import { SettingsSwitch } from '../settings/SettingsSwitch.tsx';
import { LanguageTab } from './LanguageTab.tsx';
import { MailTab } from './MailTab.tsx';
import { ModemTab } from './modem/ModemTab.tsx';
import { UsersTab } from './UsersTab.tsx';
import '../settings/settings.css';
import './modem/modem.css';

const keys = ['modem', 'mail', 'users', 'language'] as const;
type Key = (typeof keys)[number];

const contents: Record<Key, () => ReactNode> = {
  modem: () => <ModemTab />,
  mail: () => <MailTab />,
  users: () => <UsersTab />,
  language: () => <LanguageTab />,
};

/** What is the same for every book: the modem, the mailbox, the users, the language. */
export function ProgramPage() {
  const t = useText('program');
  const [, navigate] = useLocation();
  const { tab } = useParams<{ tab?: string }>();
  const value = keys.find((key) => key === tab) ?? 'modem';
  return (
    <PageFrame name={t('title')} sentence={t('title')} tools={<SettingsSwitch here="program" />}>
      <PageTabs
        label={t('title')}
        value={value}
        onChange={(key) => navigate(`/program/${key}`)}
        tabs={keys.map((key) => ({ key, words: t(`tabs.${key}`), content: contents[key]() }))}
      />
    </PageFrame>
  );
}
