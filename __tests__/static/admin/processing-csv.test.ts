import Papa from 'papaparse';
import type { ProcessingRecord } from '../../../src/contract';
import { toProcessingCsv } from '../../../static/admin/processing/processing-csv';

const record: ProcessingRecord = {
  generatedAt: '2026-03-02T09:00:00.000Z',
  language: 'en',
  noticeVersion: '0123456789abcdef',
  controller: 'The organisation',
  processor: { name: 'Cappsule Sàrl', contact: 'security@cappsule.io' },
  recipients: ['Atlassian', 'Nobody else'],
  transfers: 'None',
  activities: [
    {
      name: 'Time entries',
      purpose: 'Say "how long", and\nfor what',
      lawfulBasis: 'Legitimate interest, art. 6(1)(f)',
      dataSubjects: 'People who log time',
      categories: ['Identifier', 'Work history'],
      retention: ['Two years'],
      securityMeasures: ['Encryption', 'Access control'],
    },
    {
      name: 'Erasure markers',
      purpose: 'Keep an erasure in force',
      lawfulBasis: 'Legal duty',
      dataSubjects: 'People who were erased',
      categories: [],
      retention: ['Sixty days'],
      securityMeasures: [],
    },
  ],
  jsonLd: {},
};

it('writes one complete line for each activity', () => {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(toProcessingCsv(record, 'fr-FR'), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(meta.delimiter).toBe(';');
  expect(data).toHaveLength(2);
  expect(data[0]).toEqual({
    Activity: 'Time entries',
    Purpose: 'Say "how long", and\nfor what',
    'Legal basis': 'Legitimate interest, art. 6(1)(f)',
    'Whose data': 'People who log time',
    'Categories of data': 'Identifier\nWork history',
    'Stored for': 'Two years',
    'Security measures': 'Encryption\nAccess control',
    Controller: 'The organisation',
    Processor: 'Cappsule Sàrl, security@cappsule.io',
    Recipients: 'Atlassian\nNobody else',
    'Transfers to third countries': 'None',
    'Version of the privacy notice': '0123456789abcdef',
  });
  expect(data[1]).toMatchObject({
    Activity: 'Erasure markers',
    'Categories of data': '',
    Controller: 'The organisation',
  });
});
