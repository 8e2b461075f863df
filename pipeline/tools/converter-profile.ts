/**
 * Settings of LibreOffice for converting files of strangers: it runs no macros, follows no links, and what it asks of
 * the network all the same (it fetches linked pictures otherwise) goes to a port where nothing answers.
 */
export function converterProfile(): string {
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">${items.join('')}</oor:items>\n`;
}

/** Where in a profile LibreOffice looks for them. */
export const SETTINGS_FILE = ['user', 'registrymodifications.xcu'] as const;

/** The port "discard": programs do not listen on it. */
const NOWHERE = { host: '127.0.0.1', port: '9' };
const MANUAL_PROXY = '2';
const NEVER = '0';

const SETTINGS: ReadonlyArray<readonly [path: string, name: string, value: string]> = [
  ['Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['Office.Writer/Content/Update', 'Link', NEVER],
  ['Office.Calc/Content/Update', 'Link', NEVER],
  ['Inet/Settings', 'ooInetProxyType', MANUAL_PROXY],
  ['Inet/Settings', 'ooInetHTTPProxyName', NOWHERE.host],
  ['Inet/Settings', 'ooInetHTTPProxyPort', NOWHERE.port],
  ['Inet/Settings', 'ooInetHTTPSProxyName', NOWHERE.host],
  ['Inet/Settings', 'ooInetHTTPSProxyPort', NOWHERE.port],
  ['Inet/Settings', 'ooInetNoProxy', ''],
];
