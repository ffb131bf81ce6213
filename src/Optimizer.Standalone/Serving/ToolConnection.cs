using System.Text.Json.Nodes;
using Optimizer.Cockpit.Mcp;
using Optimizer.Connectors.Files;
using Optimizer.Connectors.Notices;
using Optimizer.Embedded;
using Optimizer.Embedded.Records;

namespace Optimizer.Standalone.Serving;

/// <summary>
/// The API of a data directory for the tools of an assistant: each call finds the server that runs then, else serves itself for as long as
/// the call takes. What keeps it from either is an answer, not an end.
/// </summary>
/// <param name="options">The directory, and who the assistant is where no server runs.</param>
/// <param name="token">What the assistant was lent; null for nothing.</param>
internal sealed class ToolConnection(ServeOptions options, string? token) : IToolApi, IDisposable
{
    // Two calls at once cannot both hold the directory.
    private readonly SemaphoreSlim _one = new(1, 1);

    public void Dispose() => _one.Dispose();

    public async Task<ToolReply> SendAsync(HttpMethod method, string path, JsonNode? body, string? tool, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var home = options.AtHome();
            if (!File.Exists(Path.Combine(home.Folder, RecordOptions.FileName)) && home.Plays is null)
            {
                return ToolReply.Unreachable($"nothing runs in {home.Folder} yet: 'optimizer init' makes a first play and 'optimizer serve' runs it, or name another directory with --data");
            }

            await using var server = await ServerConnection.OpenAsync(home, token, cancellationToken);
            var answer = await server.SendAsync(method, path, body, null, cancellationToken, tool);
            return new((int)answer.Status, answer.Body, server.IsOwn ? "" : server.Url) { Text = answer.Raw };
        }
        catch (Exception fault) when (fault is ServerUnreachableException or RecordFileException or EngineFileException or NoticeSettingsException or FileFaultException)
        {
            return ToolReply.Unreachable(fault.Message);
        }
        finally
        {
            _one.Release();
        }
    }
}
