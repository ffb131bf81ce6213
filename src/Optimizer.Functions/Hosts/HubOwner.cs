namespace Optimizer.Functions.Hosts;

/// <param name="Deployment">Site and slot, or machine.</param>
/// <param name="Seen">When it last said that it runs.</param>
internal sealed record HubOwner(string Deployment, DateTimeOffset Seen);
