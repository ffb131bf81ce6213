// One model, paid by the token, reached by identity alone.
param name string
param location string
param tags object
param model string
param modelVersion string
param capacity int

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
  }
}

resource deployment 'Microsoft.CognitiveServices/accounts/deployments@2025-06-01' = {
  parent: account
  name: 'strategist'
  sku: {
    name: 'GlobalStandard'
    capacity: capacity
  }
  properties: {
    model: union({ format: 'OpenAI', name: model }, empty(modelVersion) ? {} : { version: modelVersion })
    // The strategist's answers are judged against a schema: a model that changes under it is a deployment, not a surprise.
    versionUpgradeOption: empty(modelVersion) ? 'OnceNewDefaultVersionAvailable' : 'NoAutoUpgrade'
  }
}

output name string = account.name
output endpoint string = account.properties.endpoint
output deployment string = deployment.name
