/** The canary helper of an operator: a name server for the canary domain and web answers that say which name was reached. */
export { parseCanaryConfig, type CanaryConfig, type Listen } from './canary-config.ts'
export { startNameServer, type NameServer } from './name-server.ts'
export { startWebAnswers, type WebAnswers } from './web-answers.ts'
