import type { ScormVersion } from '../../src/scorm/course.ts';

export type ManifestOptions = { id: string; title: string; launch: string; files: readonly string[] };

/** Of the two, the namespaces and their schemas; an older edition of 2004 is understood by more, and says all that we need. */
const VERSIONS: Record<ScormVersion, { says: string; namespaces: readonly (readonly string[])[] }> = {
  '1.2': {
    says: '1.2',
    namespaces: [
      ['', 'http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2.xsd'],
      [':adlcp', 'http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2.xsd'],
    ],
  },
  '2004': {
    says: '2004 3rd Edition',
    namespaces: [
      ['', 'http://www.imsglobal.org/xsd/imscp_v1p1', 'imscp_v1p1.xsd'],
      [':adlcp', 'http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp_v1p3.xsd'],
      [':imsss', 'http://www.imsglobal.org/xsd/imsss', 'imsss_v1p0.xsd'],
    ],
  },
};

/** The namespaces of a manifest, each with the file of its schema. */
export function schemasOf(version: ScormVersion): readonly { namespace: string; file: string }[] {
  return VERSIONS[version].namespaces.map(([, namespace = '', file = '']) => ({ namespace, file }));
}

/** `imsmanifest.xml`: one organization with one item, which opens `launch` and is made of `files`. */
export function manifestOf(version: ScormVersion, { id, title, launch, files }: ManifestOptions): string {
  const { says, namespaces } = VERSIONS[version];
  const declared = namespaces.map(([prefix, namespace]) => `xmlns${prefix}="${namespace}"`).join('\n  ');
  const locations = namespaces.map(([, namespace, file]) => `${namespace} ${file}`).join(' ');
  const type = version === '1.2' ? 'scormtype' : 'scormType';
  // The learner may come back whenever they like, and nothing comes before or after.
  const sequencing =
    version === '1.2'
      ? ''
      : '\n      <imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>';
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="leaklab-${id}" version="1.0"
  ${declared}
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="${locations}">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>${says}</schemaversion>
  </metadata>
  <organizations default="leaklab">
    <organization identifier="leaklab">
      <title>${escaped(title)}</title>
      <item identifier="item" identifierref="sco">
        <title>${escaped(title)}</title>
      </item>${sequencing}
    </organization>
  </organizations>
  <resources>
    <resource identifier="sco" type="webcontent" adlcp:${type}="sco" href="${escaped(launch)}">
${files.map((file) => `      <file href="${escaped(encodeURI(file))}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
