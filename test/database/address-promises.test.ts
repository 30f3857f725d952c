import { describe } from 'node:test';
import { type Attack, itRefuses, member } from './attacks.ts';

const forms = [
  '0701740601',
  '46701740601',
  '+460701740601',
  '+46 701740601',
  '+4670-1740601',
  '+46',
  '+4670174060112345678',
  '+٤٦٧٠١٧٤٠٦٠١',
  '+0701740601',
  'tel:+46701740601',
  ' +46701740601',
  '+46701740601 ',
  '',
].map(
  (phone): Attack => [
    `keeps ${JSON.stringify(phone)} as a number`,
    `INSERT ${member('phone, phone_key', `'${phone}', 'k'`)}`,
    /CHECK constraint/,
  ],
);
const mailForms = [
  'Lena@Example.se',
  'lena',
  'lena@',
  '@example.se',
  'a b@example.se',
  'a@b',
  'a@b@c.se',
  'åÄ@example.se',
  'a@b.se\n',
  'a\tb@c.se',
  '\u00a0a@b.se',
].map(
  (email): Attack => [
    `keeps ${JSON.stringify(email)} as a mail address`,
    `INSERT ${member('email, email_key', `'${email}', 'k'`)}`,
    /CHECK constraint/,
  ],
);

const addresses: Attack[] = [
  ['gives two members one number', `INSERT ${member('phone, phone_key', `'{active}', 'k'`)}`, /member-exists/],
  [
    'replaces a member by the number',
    `INSERT OR REPLACE ${member('phone, phone_key', `'{active}', 'k'`)}`,
    /member-exists/,
  ],
  [
    'takes a number by update',
    `UPDATE member SET phone = '{active}', phone_key = 'k' WHERE phone = '{pending}'`,
    /member-exists/,
  ],
  [
    'takes a number by update or replace',
    `UPDATE OR REPLACE member SET phone = '{active}', phone_key = 'k' WHERE phone = '{pending}'`,
    /member-exists/,
  ],
  [
    'hides a number behind a NUL',
    `INSERT ${member('phone, phone_key', `'{stranger}' || char(0) || '1', 'k'`)}`,
    /CHECK constraint/,
  ],
  [
    'hides a mail address behind a NUL',
    `INSERT ${member('email, email_key', `'a@b.se' || char(0) || 'x', 'k'`)}`,
    /CHECK constraint/,
  ],
  [
    'keeps a number as bytes',
    `INSERT ${member('phone, phone_key', `CAST('{stranger}' AS BLOB), 'k'`)}`,
    /cannot store BLOB/,
  ],
  ['keeps a number without its key', `INSERT ${member('phone', `'{nobody}'`)}`, /CHECK constraint/],
  ['keeps a member without an address', `INSERT ${member('name', `'Ingen'`)}`, /CHECK constraint/],
  ...forms,
  ...mailForms,
];

describe('the database itself refuses two forms of one address, and two members with one', () => itRefuses(addresses));
