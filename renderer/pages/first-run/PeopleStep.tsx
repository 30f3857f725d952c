import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { updateBook } from '../../../electron/contract/books.ts';
import { addRole, listRoles } from '../../../electron/contract/roles.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { Refusal } from '../../components/Refusal.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useFieldError } from '../../text/use-problem-text.ts';
import { useText } from '../../text/use-text.ts';
import { RoleList } from './RoleList.tsx';
import { StepEnd } from './StepEnd.tsx';

const addressCodes = ['invalid-phone', 'invalid-email', 'not-mobile', 'own-address', 'role-exists'] as const;
/** What a private subscription often allows before the operator reacts. */
const PROPOSED_LIMIT = 500;

/** Who writes, who is told, and how much the book may send in a day. */
export function PeopleStep({ onBack, onDone }: { onBack: () => void; onDone: () => void }) {
  const t = useText('firstRun');
  const book = useBook();
  const roles = useLive(listRoles, { bookId: book.id });
  const add = useCommand(addRole);
  const update = useCommand(updateBook);
  const fieldError = useFieldError();
  const [address, setAddress] = useState('');
  const [writes, setWrites] = useState(true);
  const [isTold, setIsTold] = useState(true);
  const [limit, setLimit] = useState<number | null>(book.dailySmsLimit ?? PROPOSED_LIMIT);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const kinds = [...(writes ? ['writer' as const] : []), ...(isTold ? ['functionary' as const] : [])];
    for (const role of kinds) {
      const known = await add.mutateAsync({ bookId: book.id, role, address: address.trim() }).catch(() => null);
      if (!known) return;
    }
    setAddress('');
  };
  const wrong = fieldError(add.error, { codes: addressCodes, field: 'address' });
  return (
    <div className="first-run-form">
      <h1>{t('peopleHead')}</h1>
      <p className="muted">{t('peopleText')}</p>
      <form className="stack gap-3 found-act" onSubmit={(event) => void submit(event)} noValidate>
        <p className="muted">{t('you')}</p>
        <TextInput
          label={t('address')}
          placeholder="070-123 45 67"
          value={address}
          onChange={({ currentTarget }) => setAddress(currentTarget.value)}
          error={wrong}
        />
        <div className="row wrap gap-4">
          <Checkbox
            label={t('asWriter')}
            checked={writes}
            onChange={({ currentTarget }) => setWrites(currentTarget.checked)}
          />
          <Checkbox
            label={t('asFunctionary')}
            checked={isTold}
            onChange={({ currentTarget }) => setIsTold(currentTarget.checked)}
          />
          <Button
            type="submit"
            className="push"
            disabled={address.trim() === '' || !(writes || isTold)}
            loading={add.isPending}
          >
            {t('add')}
          </Button>
        </div>
        {!wrong && <Refusal error={add.error} />}
      </form>
      <RoleList roles={roles.data ?? []} />
      <NumberInput
        label={t('limit')}
        description={t('limitText')}
        min={0}
        max={100_000}
        allowDecimal={false}
        step={50}
        value={limit ?? ''}
        onChange={(value) => setLimit(value === '' ? null : Number(value))}
      />
      <Refusal error={update.error} />
      <StepEnd onBack={onBack}>
        {!book.hasFunctionary && <span className="sm quiet">{t('peopleMissing')}</span>}
        <Button
          size="lg"
          variant="filled"
          loading={update.isPending}
          onClick={() => update.mutate({ id: book.id, patch: { dailySmsLimit: limit } }, { onSuccess: onDone })}
        >
          {t('peopleNext')}
        </Button>
      </StepEnd>
    </div>
  );
}
