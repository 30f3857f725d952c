import { Button, Group, Modal, TagsInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Output } from '../../../electron/contract/index.ts';
import { listLabels, updateMember } from '../../../electron/contract/members.ts';
import { Problem } from '../../../electron/contract/problems.ts';
import { useCommand, useLive } from '../../api/use-live.ts';
import { LeftRefusal } from '../../components/LeftRefusal.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { useFieldError } from '../../text/use-problem-text.ts';
import { useFormat, useText } from '../../text/use-text.ts';

/** Name, addresses and labels of one. The addresses of one who left stay as they are. */
export function EditMember(props: { member: Output<'members.get'>; called: string; onClose: () => void }) {
  const { member, called, onClose } = props;
  const t = useText('member');
  const words = useText('members');
  const common = useText('common');
  const format = useFormat();
  const known = useLive(listLabels, { bookId: member.bookId });
  const update = useCommand(updateMember);
  const fieldError = useFieldError();
  const [name, setName] = useState(member.name);
  const before = { phone: member.phone ? format.phone(member.phone) : '', email: member.email ?? '' };
  const [phone, setPhone] = useState(before.phone);
  const [email, setEmail] = useState(before.email);
  const [labels, setLabels] = useState([...member.labels]);
  const left = member.status === 'unsubscribed';

  const save = (event: FormEvent) => {
    event.preventDefault();
    const patch = {
      name: name.trim(),
      labels,
      // Only what was changed: an address that is as it was must not be refused for having left.
      ...(phone === before.phone ? {} : { phone: phone.trim() || null }),
      ...(email === before.email ? {} : { email: email.trim() || null }),
    };
    update.mutate({ id: member.id, patch }, { onSuccess: onClose });
  };
  const hasLeft = update.error instanceof Problem && update.error.code === 'member-has-left' ? update.error : null;
  const shown = hasLeft ? null : update.error;
  const phoneError = fieldError(shown, {
    codes: ['invalid-phone', 'not-mobile', 'two-numbers'],
    field: 'phone',
  });
  const emailError = fieldError(shown, { codes: ['invalid-email'], field: 'email' });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('editTitle', { name: called })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form className="stack gap-3" onSubmit={save} noValidate>
        {left && <p className="muted">{t('editLeft', { name: called })}</p>}
        <TextInput
          label={words('name')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          data-autofocus
        />
        <TextInput
          label={words('phone')}
          type="tel"
          value={phone}
          onChange={({ currentTarget }) => setPhone(currentTarget.value)}
          error={phoneError}
          disabled={left}
        />
        <TextInput
          label={words('email')}
          type="email"
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          error={emailError}
          disabled={left}
        />
        <TagsInput
          label={words('labels')}
          placeholder={words('labelsHint')}
          data={known.data?.map(({ label }) => label) ?? []}
          value={labels}
          onChange={setLabels}
        />
        {hasLeft ? (
          <LeftRefusal error={hasLeft} typed={called} />
        ) : (
          !phoneError && !emailError && <Refusal error={update.error} />
        )}
        <Group justify="flex-end" gap={8}>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="filled" loading={update.isPending}>
            {common('save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
