import { useFormat } from '../text/use-text.ts';

/** A number (E.164) or mail address as people write it; a number never breaks across lines. */
export function TelephoneNumber({ address }: { address: string }) {
  const format = useFormat();
  return <span className={address.includes('@') ? undefined : 'num nowrap'}>{format.address(address)}</span>;
}
