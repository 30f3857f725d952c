import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { blockMembers, listBlocks, unblockMembers } from '../../../electron/contract/members.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { Refusal } from '../../components/Refusal.tsx';
import { TelephoneNumber } from '../../components/TelephoneNumber.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useFieldError } from '../../text/use-problem-text.ts';
import { useFormat, useText } from '../../text/use-text.ts';

/** Addresses kept out that are no member's, and a field to keep out one more. */
export function BlockedAddresses() {
  const t = useText('members');
  const format = useFormat();
  const book = useBook();
  const blocks = useLive(listBlocks, { bookId: book.id });
  const block = useCommand(blockMembers);
  const unblock = useCommand(unblockMembers);
  const fieldError = useFieldError();
  const [address, setAddress] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim() === '') return;
    block.mutate({ bookId: book.id, address: address.trim() }, { onSuccess: () => setAddress('') });
  };
  const wrong = fieldError(block.error, { codes: ['invalid-phone', 'invalid-email', 'invalid-input'] });
  return (
    <section className="blocked-more">
      {blocks.data && blocks.data.length > 0 && (
        <>
          <h2>{t('blocksTitle')}</h2>
          <ul>
            {blocks.data.map((one) => (
              <li key={one.address}>
                <TelephoneNumber address={one.address} />
                <span className="muted grow">{t('blockedSince', { date: format.date(one.since) })}</span>
                <Button
                  size="sm"
                  aria-label={t('unblockOne', { name: format.address(one.address) })}
                  onClick={() => unblock.mutate({ bookId: book.id, address: one.address })}
                >
                  {t('unblock')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <form className="block-form" onSubmit={submit} noValidate>
        <TextInput
          label={t('blockAddress')}
          value={address}
          onChange={({ currentTarget }) => setAddress(currentTarget.value)}
          error={wrong}
        />
        <Button type="submit" loading={block.isPending}>
          {t('blockAddressDo')}
        </Button>
      </form>
      {!wrong && <Refusal error={block.error ?? unblock.error} />}
    </section>
  );
}
