import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** Something on this computer that a page might try to reach. */
export interface Listener {
  readonly tcpPort: number;
  readonly udpPort: number;
  /** What arrived so far: connections and packets. */
  readonly arrived: readonly string[];
  close(): Promise<void>;
}

/** Listens for anything at all on a port of each kind. */
export async function listen(): Promise<Listener> {
  const arrived: string[] = [];
  const tcp = createServer((socket) => {
    arrived.push('tcp');
    socket.on('error', () => undefined);
    socket.destroy();
  });
  const udp = createSocket('udp4');
  udp.on('message', () => arrived.push('udp'));
  await new Promise<void>((resolve) => void tcp.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => void udp.bind(0, '127.0.0.1', () => resolve()));
  const address = tcp.address();
  if (address === null || typeof address === 'string') throw new Error('The listener has no port.');
  return {
    tcpPort: address.port,
    udpPort: udp.address().port,
    arrived,
    async close() {
      await new Promise<void>((resolve) => void udp.close(() => resolve()));
      await new Promise<void>((resolve) => void tcp.close(() => resolve()));
    },
  };
}
