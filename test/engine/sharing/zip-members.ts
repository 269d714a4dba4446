import yauzl from 'yauzl';

/** Names and bytes of the members of a ZIP file. */
export async function membersOf(path: string): Promise<Map<string, Buffer>> {
  const zip = await yauzl.openPromise(path);
  const members = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      chunks.push(Buffer.from(chunk as Buffer));
    }
    members.set(entry.fileName, Buffer.concat(chunks));
  }
  return members;
}
