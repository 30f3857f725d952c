import { Autocomplete, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useLine as chooseLine, listPorts } from '../../../../electron/contract/lines.ts';
import { call } from '../../../api/call.ts';
import { useProgram } from '../../../api/Program.tsx';
import { useCommand } from '../../../api/use-live.ts';
import { Refusal } from '../../../components/Refusal.tsx';
import { useText } from '../../../text/use-text.ts';
import './modem.css';

/** Which port the modem is in, where the program has not found it by itself; a path can always be typed. */
export function ChoosePort() {
  const t = useText('modem');
  const program = useProgram();
  const search = useMutation({ mutationFn: () => call(program, listPorts, {}) });
  const choose = useCommand(chooseLine);
  const [port, setPort] = useState('');
  const look = search.mutate;
  useEffect(() => look(), [look]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (port.trim() !== '') choose.mutate({ port: port.trim() });
  };
  return (
    <form className="stack section" onSubmit={submit}>
      <h2>{t('portTitle')}</h2>
      <p className="muted">{search.data?.length === 0 ? t('portNone') : t('portText')}</p>
      <div className="with-button">
        <Autocomplete
          label={t('portField')}
          placeholder={t('portTyped')}
          data={search.data?.map(({ path }) => path) ?? []}
          value={port}
          onChange={setPort}
        />
        <Button type="submit" loading={choose.isPending} disabled={port.trim() === ''}>
          {t('portUse')}
        </Button>
        <Button variant="subtle" onClick={() => look()} loading={search.isPending}>
          {t('portSearch')}
        </Button>
      </div>
      <Refusal error={search.error ?? choose.error} />
    </form>
  );
}
