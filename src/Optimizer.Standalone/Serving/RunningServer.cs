using System.Text.Json;

namespace Optimizer.Standalone.Serving;

/// <summary>What a server tells about itself in its data directory, for commands that look for it.</summary>
/// <param name="Pid">Its process.</param>
/// <param name="Url">Where it answers.</param>
/// <param name="StartedAt">Since when.</param>
internal sealed record RunningServer(int Pid, string Url, DateTimeOffset StartedAt)
{
    public const string FileName = "server.json";

    /// <summary>What the last server of a directory said; null when none did or it is unreadable. It may be gone since.</summary>
    public static RunningServer? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<RunningServer>(File.ReadAllText(Path.Combine(folder, FileName)), JsonSerializerOptions.Web);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Tells it; a reader sees all of it or what was there before.</summary>
    public void Write(string folder)
    {
        var half = Path.Combine(folder, $"{FileName}.{Pid}");
        File.WriteAllText(half, JsonSerializer.Serialize(this, JsonSerializerOptions.Web));
        File.Move(half, Path.Combine(folder, FileName), overwrite: true);
    }

    public override string ToString() => $"process {Pid} at {Url}, since {StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC";
}
