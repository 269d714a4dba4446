import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  scryptSync,
} from 'node:crypto';

/**
 * scrypt as OWASP's password storage guidance sets it (N = 2^17, r = 8, p = 1): 128 MB and about half a second a try.
 * Argon2id would do as well, but not every runtime of the product has it.
 */
const slow = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 } as const;
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const purpose = 'action-ten key slot';

/** A new key pair; its private half is locked with the passphrase, and tied to the slot's id. All base64. */
export function lockedSlot(
  id: string,
  passphrase: string,
): { publicKey: string; salt: string; locked: string } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const salt = randomBytes(16);
  return {
    publicKey: bytesOf(publicKey).toString('base64'),
    salt: salt.toString('base64'),
    locked: encrypt(
      scryptSync(passphrase, salt, keyBytes, slow),
      privateKey.export({ type: 'pkcs8', format: 'der' }),
      id,
    ).toString('base64'),
  };
}

/** The slot's private key; null when the passphrase is another one or the slot was changed. */
export function openSlot(
  id: string,
  salt: string,
  locked: string,
  passphrase: string,
): KeyObject | null {
  const key = scryptSync(passphrase, Buffer.from(salt, 'base64'), keyBytes, slow);
  const bytes = decrypt(key, Buffer.from(locked, 'base64'), id);
  return bytes === null ? null : createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' });
}

/** Encrypts a text for the owner of a public key: X25519 with a key of this box alone, HKDF-SHA-256, AES-256-GCM. */
export function seal(publicKey: string, text: string): string {
  const theirs = createPublicKey({
    key: Buffer.from(publicKey, 'base64'),
    format: 'der',
    type: 'spki',
  });
  const own = generateKeyPairSync('x25519');
  const ownBytes = bytesOf(own.publicKey);
  const key = sharedKey(own.privateKey, theirs, ownBytes, bytesOf(theirs));
  const box = encrypt(key, Buffer.from(text, 'utf8'), purpose);
  return `${ownBytes.toString('base64')}.${box.toString('base64')}`;
}

/** The text of a box that was sealed for this key; null for any other. */
export function openSealed(privateKey: KeyObject, sealed: string): string | null {
  const [from = '', box = ''] = sealed.split('.');
  try {
    const fromBytes = Buffer.from(from, 'base64');
    const theirs = createPublicKey({ key: fromBytes, format: 'der', type: 'spki' });
    const mine = bytesOf(createPublicKey(privateKey));
    const key = sharedKey(privateKey, theirs, fromBytes, mine);
    return decrypt(key, Buffer.from(box, 'base64'), purpose)?.toString('utf8') ?? null;
  } catch {
    // Not a key at all: the file was changed.
    return null;
  }
}

function bytesOf(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' });
}

function sharedKey(privateKey: KeyObject, publicKey: KeyObject, from: Buffer, to: Buffer): Buffer {
  const shared = diffieHellman({ privateKey, publicKey });
  return Buffer.from(hkdfSync('sha256', shared, Buffer.concat([from, to]), purpose, keyBytes));
}

function encrypt(key: Buffer, bytes: Buffer, about: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, box: Buffer, about: string): Buffer | null {
  if (box.length < nonceBytes + tagBytes) return null;
  const nonce = box.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
    .setAAD(Buffer.from(about))
    .setAuthTag(box.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(box.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    return null;
  }
}
