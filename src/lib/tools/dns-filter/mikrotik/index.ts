/** Routers with RouterOS 7: static names, redirects and lists as a script. https://help.mikrotik.com/docs/spaces/ROS/pages/37748767/DNS */
export { toMikrotikFiles } from './mikrotik.ts'
