import { useLocation, useParams } from 'wouter';
import { PageTabs } from '../../components/PageTabs.tsx';
import { PageFrame } from '../../shell/PageFrame.tsx';
import { useText } from '../../text/use-text.ts';
import { BookTab } from './BookTab.tsx';
import { ExplainBox } from './ExplainBox.tsx';
import { FrameTab } from './FrameTab.tsx';
import { LinksTab } from './LinksTab.tsx';
import { PeopleTab } from './PeopleTab.tsx';
import { SettingsSwitch } from './SettingsSwitch.tsx';
import { SignUpTab } from './SignUpTab.tsx';
import { TimesTab } from './TimesTab.tsx';
import './settings.css';

const keys = ['signup', 'people', 'links', 'frame', 'times', 'book'] as const;
type Key = (typeof keys)[number];

const contents: Record<Key, () => React.ReactNode> = {
  signup: () => <SignUpTab />,
  people: () => <PeopleTab />,
  links: () => <LinksTab />,
  frame: () => <FrameTab />,
  times: () => <TimesTab />,
  book: () => <BookTab />,
};

/** The rules of one address book, with a box beside them that says what they lead to. */
export function SettingsPage() {
  const t = useText('settings');
  const [, navigate] = useLocation();
  const { tab } = useParams<{ tab?: string }>();
  const value = keys.find((key) => key === tab) ?? 'signup';
  return (
    <PageFrame name={t('title')} sentence={t('title')} tools={<SettingsSwitch here="book" />}>
      <PageTabs
        label={t('title')}
        value={value}
        onChange={(key) => navigate(`/settings/${key}`)}
        tabs={keys.map((key) => ({ key, words: t(`tabs.${key}`), content: contents[key]() }))}
        beside={<ExplainBox />}
      />
    </PageFrame>
  );
}
