import type { KnipConfig } from 'knip';

/** Where everything begins; what none of it reaches is in nobody's use. */
export default {
  entry: [
    'src/main.ts',
    'src/client-page.ts',
    // The build puts it in the place of profile.ts.
    'src/google/profile-add-on.ts',
    'src/dialogs/*.html',
    'src/warehouse/settle-client.ts',
    'workbench/warehouse/{plain,command}.ts',
    'workbench/page/main.ts',
    'workbench/page/client-page.ts',
    'workbench/page/xlsx-worker.ts',
    'workbench/*.ts',
    'workbench/{node,samples,house,kit,push,site}/{serve,make-sample,print,make-kit,push,build-site}.ts',
  ],
  project: ['build*.mjs', 'src/**/*.{ts,html}', 'workbench/**/*.ts', 'test/**/*.ts'],
  // Declares what esbuild makes of a mail's design.
  ignore: ['src/ledger/notices/notice.d.mjml.ts'],
  // A facade of Univer adds to the API by being imported.
  ignoreDependencies: ['@univerjs/sheets', '@univerjs/sheets-ui'],
  // A page names its scripts.
  compilers: {
    html: text =>
      Array.from(text.matchAll(/\bscript="([^"]+\.ts)"/g), ([, from]) => `import './${from}';`).join('\n'),
  },
} satisfies KnipConfig;
