import { useEffect, useState } from 'react';
import type { MachinePolicy } from '../../src/contract/security-calls.ts';
import { ask } from './engine-client.ts';

/** Until it is known, and where it cannot be used: then the engine opens and makes nothing, and says why. */
const usual: MachinePolicy = {
  requireEncryption: false,
  allowUnencrypted: true,
  marking: 'OFFICIAL-SENSITIVE',
  idleLockMinutes: 15,
  backupFolder: null,
};

/** What IT has set for this computer. */
export function usePolicy(): MachinePolicy {
  const [policy, setPolicy] = useState(usual);
  useEffect(() => {
    void ask('readPolicy', {}).then((outcome) => {
      if (outcome.ok) setPolicy(outcome.value);
    });
  }, []);
  return policy;
}
