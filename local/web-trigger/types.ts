/** An HTTP request to a web trigger. */
export interface WebTriggerRequest {
  method: string;
  headers?: Record<string, string | string[]>;
  body?: string;
  /** Path after the trigger's own, for example `/more`. */
  path?: string;
  query?: Record<string, string | string[]>;
}

export interface WebTriggerAnswer {
  statusCode: number;
  headers: Record<string, string[]>;
  body: string;
}

export interface WebTriggerUrl {
  id: string;
  url: string;
  key: string;
  installation: string;
}

export interface WebTriggerControl {
  /** The URLs that exist now. */
  urls(): WebTriggerUrl[];
}
