/** USB vendors that make modems; other makers' serial devices (a GPS, a card reader) are not spoken to. */
const MODEM_VENDORS = new Map([
  ['12d1', 'Huawei'],
  ['19d2', 'ZTE'],
  ['1e0e', 'SIMCom'],
  ['2c7c', 'Quectel'],
  ['05c6', 'Qualcomm'],
  ['1bc7', 'Telit'],
  ['1546', 'u-blox'],
  ['1e2d', 'Cinterion'],
  ['0681', 'Cinterion'],
  ['114f', 'Wavecom'],
  ['0af0', 'Option'],
  ['1199', 'Sierra'],
  ['2cb7', 'Fibocom'],
]);

export interface SeenPort {
  path: string;
  vendorId?: string | undefined;
  manufacturer?: string | undefined;
}

export interface CandidatePort {
  path: string;
  /** Null for a port that no known maker of modems made. */
  maker: string | null;
}

/** The computer's serial ports, those of modem makers first; the rest only to be chosen by hand. */
export function candidatePorts(seen: readonly SeenPort[]): CandidatePort[] {
  return seen
    .map(({ path, vendorId }) => ({ path, maker: MODEM_VENDORS.get(vendorId?.toLowerCase() ?? '') ?? null }))
    .sort(
      (one, other) => Number(one.maker === null) - Number(other.maker === null) || one.path.localeCompare(other.path),
    );
}
