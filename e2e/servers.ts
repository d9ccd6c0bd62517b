import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { FullConfig } from "@playwright/test";

const BINARY = process.env.PASSERELLE_BIN ?? path.join(__dirname, "../target/debug/passerelle");
const POSTGRES = path.join(path.dirname(BINARY), "postgres-for-tests");
const STARTED_WITHIN_MS = 60_000;

/** Starts a demonstration portal for each database in use; the tests find it under E2E_URL_<database>. */
export default async function startServers(config: FullConfig): Promise<() => Promise<void>> {
  const databases = config.projects.map((project) => project.name);
  const cluster = await startCluster();
  const servers = await Promise.all(databases.map((database) => start(database, cluster.url)));
  return async () => {
    await Promise.all(servers.map((server) => server.stop()));
    cluster.stop();
  };
}

/** A PostgreSQL cluster with an empty database; it goes when its standard input ends. */
async function startCluster(): Promise<{ url: string; stop: () => void }> {
  const cluster = spawn(POSTGRES, { stdio: ["pipe", "pipe", "inherit"] });
  const [url] = (await once(createInterface({ input: cluster.stdout }), "line")) as [string];
  return { url, stop: () => cluster.stdin.end() };
}

async function start(database: string, postgresUrl: string): Promise<{ stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), `passerelle-e2e-${database}-`));
  const server = spawn(BINARY, ["serve", "--demo"], {
    env: {
      ...process.env,
      PASSERELLE_LISTEN: "127.0.0.1:0",
      PASSERELLE_DATA_DIR: folder,
      ...(database === "postgres" && { PASSERELLE_DATABASE_URL: postgresUrl }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  mkdirSync(path.join(__dirname, "test-results"), { recursive: true });
  const log = createWriteStream(path.join(__dirname, "test-results", `server-${database}.log`));
  server.stdout.pipe(log, { end: false });
  server.stderr.pipe(log, { end: false });
  process.env[`E2E_URL_${database}`] = await listeningAt(server, database);
  return {
    stop: async () => {
      await ended(server);
      log.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The address that the server prints once it answers. */
function listeningAt(server: ChildProcess, database: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(limit);
      server.kill();
      reject(new Error(`${BINARY} on ${database} ${why}; see e2e/test-results/server-${database}.log`));
    };
    const limit = setTimeout(() => fail("did not say where it listens"), STARTED_WITHIN_MS);
    server.once("error", (error) => fail(`did not start (${error.message})`));
    server.once("exit", (status) => fail(`ended with status ${status}`));
    createInterface({ input: server.stdout! }).on("line", (line) => {
      const url = /Passerelle listens on (http:\/\/\S+)/.exec(line)?.[1];
      if (!url) return;
      clearTimeout(limit);
      server.removeAllListeners("exit");
      resolve(url);
    });
  });
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once("exit", () => resolve());
    server.kill("SIGTERM");
  });
}
