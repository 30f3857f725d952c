/** Where a member is reached first: the mobile where there is one. */
export function addressOf({ phone, email }: { phone: string | null; email: string | null }): string {
  return phone ?? email ?? '';
}
