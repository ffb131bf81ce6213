// Optimizer on Azure Functions: one resource group, everything reached by identity, no key in any setting.
targetScope = 'subscription'

@description('Name of the azd environment. With slotName it names the task hub and every resource, so no two deployments share any.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Tells deployments of one environment apart, such as a rehearsal beside production. Each has its own group, storage and task hub.')
@minLength(1)
@maxLength(20)
param slotName string = 'production'

@description('Region. Flex Consumption must be offered there.')
@metadata({ azd: { type: 'location' } })
param location string

@description('Memory of an instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Most instances at once. Of the Azure Storage backend at most 4 (16 with more partitions) run workflows, the rest only activities.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances that are always on and paid for. None: the first request and the first tick after a pause wait for a start.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int = 0

@description('Where workflows are kept: the storage account, or a Durable Task Scheduler of its own. Live workflows do not move between them.')
@allowed(['AzureStorage', 'DurableTaskScheduler'])
param durableBackend string = 'AzureStorage'

@description('Where people reach the app, such as https://optimizer.example.com. Empty: the address that it gets.')
param publicAddress string = ''

@description('Whether somebody put a secret Notifications, the text of a notifications.yaml, into the vault. Without it notices go to the log.')
param hasNotifications bool = false

@description('Whether somebody put the secrets SlackBotToken and SlackSigningSecret into the vault. Notifications name them as SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET.')
param hasSlack bool = false

@description('Model of the one Azure OpenAI deployment, such as gpt-4.1-mini. Empty: none is made.')
param openAiModel string = ''

@description('Version of that model, such as 2025-04-14. Empty: the newest that the service offers.')
param openAiModelVersion string = ''

@description('Capacity of the model, in thousands of tokens a minute.')
@minValue(1)
param openAiCapacity int = 10

@description('Gigabytes of logs a day above which no more are taken in: a bound on the bill.')
@minValue(1)
param logDailyQuotaGb int = 1

@description('Chance of which the app\'s keys are made. azd takes it from the vault, or draws it when the vault has none.')
@secure()
@minLength(15)
param seedOne string

@description('As the other: one password of azd is too short alone.')
@secure()
@minLength(15)
param seedTwo string

var tags = { 'azd-env-name': environmentName }
var token = toLower(uniqueString(subscription().id, environmentName, slotName, location))
// A hub name has 3 to 45 letters and digits and begins with a letter. The hash keeps 'a-b' and 'ab' apart.
var hubWords = replace(replace(replace('${environmentName}${slotName}', '-', ''), '_', ''), '.', '')
var taskHubName = 'optimizer${take(hubWords, 20)}${uniqueString(environmentName, slotName)}'
var hasScheduler = durableBackend == 'DurableTaskScheduler'
var hasOpenAi = !empty(openAiModel)

resource group 'Microsoft.Resources/resourceGroups@2021-04-01' = {
  name: slotName == 'production' ? 'rg-${environmentName}' : 'rg-${environmentName}-${slotName}'
  location: location
  tags: tags
}

module identity 'app/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-${token}'
    location: location
    tags: tags
  }
}

module storage 'app/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'st${token}'
    location: location
    tags: tags
  }
}

module monitoring 'app/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-${token}'
    insightsName: 'appi-${token}'
    location: location
    tags: tags
    dailyQuotaGb: logDailyQuotaGb
  }
}

module vault 'app/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    seedOne: seedOne
    seedTwo: seedTwo
  }
}

module openAi 'app/openai.bicep' = if (hasOpenAi) {
  name: 'openai'
  scope: group
  params: {
    name: 'oai-${token}'
    location: location
    tags: tags
    model: openAiModel
    modelVersion: openAiModelVersion
    capacity: openAiCapacity
  }
}

module scheduler 'app/scheduler.bicep' = if (hasScheduler) {
  name: 'scheduler'
  scope: group
  params: {
    name: 'dts-${token}'
    taskHubName: taskHubName
    location: location
    tags: tags
  }
}

module rbac 'app/rbac.bicep' = {
  name: 'rbac'
  scope: group
  params: {
    principalId: identity.outputs.principalId
    deployerId: deployer().objectId
    storageName: storage.outputs.name
    insightsName: monitoring.outputs.insightsName
    vaultName: vault.outputs.name
    openAiName: hasOpenAi ? openAi!.outputs.name : ''
    schedulerName: hasScheduler ? scheduler!.outputs.name : ''
  }
}

module api 'app/api.bicep' = {
  name: 'api'
  scope: group
  // The app's first start already reads storage and vault.
  dependsOn: [rbac]
  params: {
    name: 'func-${token}'
    planName: 'plan-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    packageContainerName: storage.outputs.packageContainerName
    playsContainerName: storage.outputs.playsContainerName
    kpiContainerName: storage.outputs.kpiContainerName
    publicAddress: publicAddress
    hasNotifications: hasNotifications
    hasSlack: hasSlack
    insightsName: monitoring.outputs.insightsName
    vaultUri: vault.outputs.uri
    taskHubName: taskHubName
    schedulerEndpoint: hasScheduler ? scheduler!.outputs.endpoint : ''
    openAiEndpoint: hasOpenAi ? openAi!.outputs.endpoint : ''
    openAiDeployment: hasOpenAi ? openAi!.outputs.deployment : ''
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
  }
}

output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_TENANT_ID string = tenant().tenantId
output SERVICE_API_NAME string = api.outputs.name
output SERVICE_API_URI string = api.outputs.uri
output TASK_HUB_NAME string = taskHubName
