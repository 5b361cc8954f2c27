/** The canary helper of an operator: a name server for the canary domain and web answers that say which name was reached. */
export { parseCanaryConfig, type CanaryConfig } from './canary-config.ts'
export { startCanary, type Canary } from './canary.ts'
