// What the server wrote into the page.
export const address = document.body.dataset.address;

/** @type {{ title: string, headers: Record<string, string>, examples: { group: string, name: string, description: string, document: string, variables: string }[], signIns: { name: string, document: string, token: string }[] }} */
export const settings = JSON.parse(document.body.dataset.settings);
