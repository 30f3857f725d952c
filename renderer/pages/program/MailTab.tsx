import { Button, Checkbox, NumberInput, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { configureMail, mailStatus } from '../../../electron/contract/lines.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { Lamp } from '../../components/Lamp.tsx';
import { Note } from '../../components/Note.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { useText } from '../../text/use-text.ts';

interface Server {
  host: string;
  port: number;
  secure: boolean;
}

/** The program neither reads nor sends mail yet: nothing can be filled in that would only be refused. */
const LATER = true;

/** The one mailbox of the program: what it says of itself, and the way to it. Nothing is kept before it has been tried. */
export function MailTab() {
  const t = useText('program');
  const status = useLive(mailStatus, {});
  const configure = useCommand(configureMail);
  const [from, setFrom] = useState('');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [imap, setImap] = useState<Server>({ host: '', port: 993, secure: true });
  const [smtp, setSmtp] = useState<Server>({ host: '', port: 465, secure: true });
  const login = { user: user.trim() || from.trim(), password };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    configure.mutate({ imap: { ...imap, ...login }, smtp: { ...smtp, ...login }, from: from.trim() });
  };
  const state = status.data && overall(status.data);
  const problems = configure.data?.problems ?? [];
  return (
    <form className="settings-tab stack gap-3 book-fields" onSubmit={submit}>
      <div>
        <h2>{state && <Lamp kind={lamps[state]}>{t(`mailTitle.${state}`)}</Lamp>}</h2>
        <p className="muted">{t('mailText')}</p>
      </div>
      {LATER && <Note lamp="off">{t('mailLater')}</Note>}
      <fieldset disabled={LATER} className="stack gap-3">
        <TextInput
          label={t('mailFrom')}
          type="email"
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          label={t('mailUser')}
          placeholder={from}
          autoComplete="off"
          value={user}
          onChange={({ currentTarget }) => setUser(currentTarget.value)}
        />
        <PasswordInput
          label={t('mailPassword')}
          autoComplete="off"
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        <ServerFields label={t('imapHost')} server={imap} onChange={setImap} />
        <ServerFields label={t('smtpHost')} server={smtp} onChange={setSmtp} />
      </fieldset>
      <Refusal error={configure.error} />
      {configure.data && (
        <Note tone={problems.length > 0 ? 'warn' : 'ok'} lamp={problems.length > 0 ? 'needsYou' : 'works'} announce>
          {problems.length > 0 ? t('mailProblems', { problems: problems.join(', ') }) : t('mailSaved')}
        </Note>
      )}
      <div>
        <Button
          type="submit"
          variant="filled"
          loading={configure.isPending}
          disabled={LATER || from.trim() === '' || imap.host.trim() === '' || smtp.host.trim() === ''}
        >
          {t('mailSave')}
        </Button>
      </div>
    </form>
  );
}

const lamps = { ready: 'works', connecting: 'working', off: 'off', error: 'stopped' } as const;

function overall({ imap, smtp }: { imap: keyof typeof lamps; smtp: keyof typeof lamps }): keyof typeof lamps {
  if (imap === 'error' || smtp === 'error') return 'error';
  if (imap === 'connecting' || smtp === 'connecting') return 'connecting';
  return imap === 'ready' || smtp === 'ready' ? 'ready' : 'off';
}

function ServerFields(props: { label: string; server: Server; onChange: (server: Server) => void }) {
  const { label, server, onChange } = props;
  const t = useText('program');
  return (
    <div className="row wrap server-fields">
      <TextInput
        label={label}
        className="grow"
        value={server.host}
        onChange={({ currentTarget }) => onChange({ ...server, host: currentTarget.value.trim() })}
      />
      <NumberInput
        w={100}
        label={t('port')}
        aria-label={`${label}: ${t('port')}`}
        min={1}
        max={65_535}
        hideControls
        value={server.port}
        onChange={(port) => onChange({ ...server, port: Number(port) || 1 })}
      />
      <Checkbox
        label={t('secure')}
        aria-label={`${label}: ${t('secure')}`}
        checked={server.secure}
        onChange={({ currentTarget }) => onChange({ ...server, secure: currentTarget.checked })}
      />
    </div>
  );
}
