import { Button, Group, Modal, TagsInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { addMember, listLabels } from '../../../electron/contract/members.ts';
import { Problem } from '../../../electron/contract/problems.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { LeftRefusal } from '../../components/LeftRefusal.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { useBook } from '../../shell/use-book.ts';
import { useFieldError } from '../../text/use-problem-text.ts';
import { useText } from '../../text/use-text.ts';

const phoneCodes = ['invalid-phone', 'not-mobile', 'two-numbers'] as const;

/** Adds one by hand. Who has left is refused here, with the link that only they can use. */
export function AddMember({ onClose }: { onClose: () => void }) {
  const t = useText('members');
  const common = useText('common');
  const book = useBook();
  const labelsKnown = useLive(listLabels, { bookId: book.id });
  const add = useCommand(addMember);
  const fieldError = useFieldError();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [email, setEmail] = useState('');
  const [labels, setLabels] = useState<string[]>([]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      {
        bookId: book.id,
        ...(name.trim() && { name: name.trim() }),
        ...(phone.trim() && { phone: phone.trim() }),
        ...(email.trim() && { email: email.trim() }),
        ...(labels.length > 0 && { labels }),
      },
      { onSuccess: onClose },
    );
  };
  const hasLeft = add.error instanceof Problem && add.error.code === 'member-has-left' ? add.error : null;
  const shown = hasLeft ? null : add.error;
  const phoneError = fieldError(shown, { codes: phoneCodes, field: 'phone' });
  const emailError = fieldError(shown, { codes: ['invalid-email'], field: 'email' });
  return (
    <Modal opened onClose={onClose} title={t('addTitle')} closeButtonProps={{ 'aria-label': common('close') }}>
      <form className="stack gap-3" onSubmit={submit} noValidate>
        <p className="muted">{t('addHint')}</p>
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        <TextInput
          label={t('phone')}
          placeholder="070-123 45 67"
          type="tel"
          autoComplete="off"
          value={phone}
          onChange={({ currentTarget }) => setPhone(currentTarget.value)}
          error={phoneError}
        />
        <TextInput
          label={t('email')}
          description={t('oneIsEnough')}
          type="email"
          autoComplete="off"
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          error={emailError}
        />
        <TagsInput
          label={t('labels')}
          placeholder={t('labelsHint')}
          data={labelsKnown.data?.map(({ label }) => label) ?? []}
          value={labels}
          onChange={setLabels}
        />
        {hasLeft ? (
          <LeftRefusal error={hasLeft} typed={name.trim() || phone || email} />
        ) : (
          !phoneError && !emailError && <Refusal error={add.error} />
        )}
        <Group justify="flex-end" gap={8}>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="filled" loading={add.isPending}>
            {t('add')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
