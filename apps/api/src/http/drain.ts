import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

const LOOK_EVERY_MS = 100;

/**
 * Lets the server close as soon as the last answer is sent. Node closes the connections that are idle when the stop
 * begins; it leaves those that become idle later (for the whole keep-alive time), and those that browsers open ahead and
 * have not sent anything on yet.
 */
export function registerDrain(server: FastifyInstance): void {
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.addHook('preClose', (done) => {
    const timer = setInterval(() => {
      server.server.closeIdleConnections();
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    }, LOOK_EVERY_MS);
    server.server.once('close', () => clearInterval(timer));
    // A server that never listened does not say that it closed, and must not keep the process alive.
    timer.unref();
    done();
  });
}
