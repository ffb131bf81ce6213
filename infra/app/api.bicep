// The function app on Flex Consumption, with the settings it reads.
param name string
param planName string
param location string
param tags object
param identityId string
param identityClientId string
param storageName string
param packageContainerName string
param playsContainerName string
param kpiContainerName string
param insightsName string
param vaultUri string
param taskHubName string

@description('Empty for the address that the app gets.')
param publicAddress string = ''

@description('Whether the vault has a secret Notifications: the text of a notifications.yaml.')
param hasNotifications bool = false

@description('Whether the vault has the secrets SlackBotToken and SlackSigningSecret.')
param hasSlack bool = false

@description('Empty on the Azure Storage backend.')
param schedulerEndpoint string = ''

@description('Empty without a model.')
param openAiEndpoint string = ''

@description('Empty without a model.')
param openAiDeployment string = ''

param instanceMemoryMB int
param maximumInstanceCount int
param alwaysReadyInstances int

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Without it, references to the vault are read by a system identity that the app does not have.
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packageContainerName}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        alwaysReady: alwaysReadyInstances == 0 ? [] : [{ name: 'durable', instanceCount: alwaysReadyInstances }]
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
    }
  }
}

// Deployments come with an identity; nobody needs a password to them.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource noScmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

var settings = {
  // The start page is the cockpit's, not the platform's.
  AzureWebJobsDisableHomepage: 'true'
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
  DefinitionsContainer: playsContainerName
  DeliverySchedule: '30 */5 * * * *'
  FirstAdminToken: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/FirstAdminToken)'
  HistoryDays: '90'
  KpiContainer: kpiContainerName
  LinkKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/LinkKey)'
  PublicAddress: empty(publicAddress) ? 'https://${app.properties.defaultHostName}' : publicAddress
  PurgeSchedule: '0 0 3 * * *'
  Storage__blobServiceUri: storage.properties.primaryEndpoints.blob
  Storage__clientId: identityClientId
  Storage__tableServiceUri: storage.properties.primaryEndpoints.table
  TaskHubName: taskHubName
  // At least every ten minutes: the app also renews its claim on the task hub.
  WatchdogSchedule: '0 */5 * * * *'
}

var noticeSettings = hasNotifications ? { Notifications: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/Notifications)' } : {}

// The names that a notifications.yaml gives in tokenFrom and secretFrom.
var slackSettings = hasSlack ? {
  SLACK_BOT_TOKEN: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/SlackBotToken)'
  SLACK_SIGNING_SECRET: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/SlackSigningSecret)'
} : {}

// Settings of this name take the place of what host.json says.
var schedulerSettings = empty(schedulerEndpoint) ? {} : {
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
  DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identityClientId}'
}

var openAiSettings = empty(openAiEndpoint) ? {} : {
  OpenAi__deployment: openAiDeployment
  OpenAi__endpoint: openAiEndpoint
}

resource appSettings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: union(settings, noticeSettings, slackSettings, schedulerSettings, openAiSettings)
}

output name string = app.name
output uri string = 'https://${app.properties.defaultHostName}'
