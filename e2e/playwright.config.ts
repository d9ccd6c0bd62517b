import { defineConfig } from "@playwright/test";
import type { Options } from "./tests/as";

/** Both databases, as far as there is a PostgreSQL to use: an empty one, named by E2E_POSTGRES_URL. */
const databases: Options["database"][] = process.env.E2E_POSTGRES_URL ? ["sqlite", "postgres"] : ["sqlite"];

export default defineConfig<Options>({
  testDir: "tests",
  outputDir: "test-results",
  globalSetup: "./servers.ts",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  reporter: [["list"], ["html", { outputFolder: "report", open: "never" }]],
  use: {
    locale: "fr-CA",
    timezoneId: "America/Toronto",
    viewport: { width: 1360, height: 900 },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--no-first-run",
        "--disable-quic",
      ],
    },
  },
  projects: databases.map((database) => ({ name: database, use: { database } })),
});
