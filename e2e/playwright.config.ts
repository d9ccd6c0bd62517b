import { defineConfig } from "@playwright/test";
import type { Options } from "./tests/as";

export default defineConfig<Options>({
  testDir: "tests",
  outputDir: "test-results",
  globalSetup: "./servers.ts",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  reporter: [["list"], ["html", { outputFolder: "report", open: "never" }]],
  use: {
    locale: "fr-CA",
    timezoneId: "America/Toronto",
    viewport: { width: 1360, height: 900 },
    contextOptions: { reducedMotion: "reduce" },
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: true },
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
  // Each has a portal of its own, so that nobody counts the codes that another test makes.
  projects: [
    { name: "sqlite", use: { database: "sqlite" }, testMatch: "journeys/**" },
    { name: "postgres", use: { database: "postgres" }, testMatch: "journeys/**" },
    // What a page looks like doesn't depend on the database.
    { name: "gallery", use: { database: "gallery" }, testMatch: "gallery.spec.ts" },
  ],
});
