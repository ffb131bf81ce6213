using System.Text.Json.Nodes;

namespace Optimizer.Cockpit.Mcp;

/// <summary>The HTTP API as tools call it: with the token of whoever lent it to the assistant, so that its role holds.</summary>
public interface IToolApi
{
    /// <summary>Sends a request.</summary>
    /// <param name="method">GET or POST.</param>
    /// <param name="path">From the root, such as /api/plays; what others wrote is escaped in it.</param>
    /// <param name="body">As JSON; null for none.</param>
    /// <param name="tool">Which tool asks, for the trail; null for a request that belongs to a call that is noted already.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What came back; a server that cannot be reached is a reply too.</returns>
    Task<ToolReply> SendAsync(HttpMethod method, string path, JsonNode? body, string? tool, CancellationToken cancellationToken);
}
