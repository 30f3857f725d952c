import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { practiceAddPhone, practicePhones } from '../../../electron/contract/inbound.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { Refusal } from '../../components/Refusal.tsx';
import { firstName } from '../../text/first-name.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { PracticeTelephone } from './PracticeTelephone.tsx';
import type { Phone } from './phone.ts';

const SHOWN = 2;

/** Two telephones side by side, chosen among all there are. */
export function Telephones() {
  const t = useText('practice');
  const format = useFormat();
  const phones = useLive(practicePhones, {});
  const add = useCommand(practiceAddPhone);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [added, setAdded] = useState<readonly string[]>([]);
  const known = phones.data ?? [];
  // A telephone that has neither sent nor got anything is hers alone to know of.
  const silent = added.filter((number) => !known.some((phone) => phone.number === number));
  const all = [...known, ...silent.map(silentPhone)];
  const shown = chosen ?? firstShown(all);
  const toggle = (number: string) =>
    setChosen(shown.includes(number) ? shown.filter((one) => one !== number) : [...shown, number].slice(-SHOWN));
  const showAdded = (number: string) => {
    setAdded([...added, number]);
    setChosen([...shown, number].slice(-SHOWN));
  };
  return (
    <section className="telephones" aria-label={t('phones')}>
      <div className="row between">
        <h2>{t('phones')}</h2>
        <Button
          size="sm"
          variant="subtle"
          aria-label={t('addPhoneLong')}
          onClick={() => add.mutate({}, { onSuccess: ({ number }) => showAdded(number) })}
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
        >
          {t('addPhone')}
        </Button>
      </div>
      <fieldset className="row wrap" aria-label={t('shown')}>
        {all.map(({ number, name }) => (
          <button
            key={number}
            type="button"
            className="phone-pick num"
            aria-pressed={shown.includes(number)}
            onClick={() => toggle(number)}
          >
            {firstName(name ?? '') || format.phone(number)}
          </button>
        ))}
      </fieldset>
      <Refusal error={phones.error ?? add.error} />
      <div className="phone-pair">
        {shown.map((number) => {
          const phone = all.find((one) => one.number === number);
          return phone && <PracticeTelephone key={number} phone={phone} />;
        })}
      </div>
    </section>
  );
}

function silentPhone(number: string): Phone {
  return { number, name: null, role: 'none', received: [], sent: [] };
}

/** Who writes, and one who gets it. */
function firstShown(all: readonly Phone[]): string[] {
  const writer = all.find(({ role }) => role === 'writer');
  const member = all.find(({ role, name }) => role === 'member' && name) ?? all.find(({ role }) => role !== 'writer');
  return [writer, member].flatMap((phone) => (phone ? [phone.number] : []));
}
