import type { ManifestModule } from '../manifest';
import type { Completed } from '../runtime/invoker';
import type { WebTriggerAnswer } from './types';

interface StaticOutput {
  key: string;
  statusCode: number;
  contentType?: string;
  body?: string;
}

interface ResponseSettings {
  type?: 'static' | 'dynamic';
  outputs?: StaticOutput[];
}

/** The HTTP answer that a web trigger's function makes: "Web trigger" (documented). */
export function respondTo(module: ManifestModule, { record, value }: Completed): WebTriggerAnswer {
  if (record.outcome === 'timed-out') return plain(504, 'The function ran out of time.');
  if (record.outcome !== 'ok') return plain(500, 'The function failed.');
  const { type, outputs = [] } = (module.settings['response'] ?? {}) as ResponseSettings;
  return (type === 'static' ? staticAnswer(outputs, value) : dynamicAnswer(value)) ?? incompatible();
}

function staticAnswer(outputs: StaticOutput[], value: unknown): WebTriggerAnswer | undefined {
  const wanted = isObject(value) ? value['outputKey'] : undefined;
  const output = outputs.find(({ key }) => key === wanted);
  if (!output) return undefined;
  const headers: WebTriggerAnswer['headers'] = output.contentType
    ? { 'Content-Type': [output.contentType] }
    : {};
  return { statusCode: output.statusCode, headers, body: output.body ?? '' };
}

function dynamicAnswer(value: unknown): WebTriggerAnswer | undefined {
  if (!isObject(value) || !Number.isInteger(value['statusCode'])) return undefined;
  const headers = isObject(value['headers']) ? value['headers'] : {};
  const isRight = Object.values(headers).every(Array.isArray);
  const body = value['body'] ?? '';
  if (!isRight || typeof body !== 'string') return undefined;
  return { statusCode: value['statusCode'] as number, headers: headers as WebTriggerAnswer['headers'], body };
}

/** "If the function result is not compatible …, then an error response with status code 500 is sent." */
function incompatible(): WebTriggerAnswer {
  return plain(500, 'The function returned no valid response.');
}

export function plain(statusCode: number, body: string): WebTriggerAnswer {
  return { statusCode, headers: { 'Content-Type': ['text/plain'] }, body };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
