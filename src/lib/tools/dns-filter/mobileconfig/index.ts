/**
 * Configuration profiles for iPhone, iPad and Mac: encrypted DNS, and settings of a program.
 * Format: https://github.com/apple/device-management (mdm/profiles/com.apple.dnsSettings.managed.yaml)
 */
export { toDohProfileFiles, toDotProfileFiles, toProfileFile } from './mobileconfig.ts'
export { toPlist } from './plist.ts'
