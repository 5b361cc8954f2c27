/** Apps and devices: how to keep proof, report and block there, and how we know. */
export { getStatements, type AppHowTo } from './app-file.ts'
export { readApps } from './app-library.ts'
export { findAppView, getAppCards, type AppView, type SaidOfApp } from './app-view.ts'
