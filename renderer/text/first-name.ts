/** What a person is called in a sentence: "Anna" of "Anna Åkesson"; a household ("Anna & Bo Ek") keeps its whole name. */
export function firstName(name: string): string {
  const whole = name.trim();
  if (/[&+/]|\s(och|and)\s/u.test(whole)) return whole;
  return whole.split(/\s+/u)[0] ?? whole;
}

/** Swedish genitive: "Annas", but "Mats" as it is (Språkrådet: no s is added after s, x or z). */
export function whose(name: string): string {
  return /[sxz]$/iu.test(name) ? name : `${name}s`;
}
