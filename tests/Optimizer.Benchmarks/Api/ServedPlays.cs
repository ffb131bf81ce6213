using System.Globalization;
using Optimizer.Standalone.Serving;
using Optimizer.Testing;

namespace Optimizer.Benchmarks.Api;

/// <summary>A data directory with plays, as a team's would look: the first of them have something to ask, the others wait for their next tick.</summary>
/// <param name="path">Where it is made.</param>
/// <param name="count">Plays.</param>
/// <param name="asking">Of these, such whose KPI has just fallen.</param>
internal sealed class ServedPlays(string path, int count, int asking)
{
    public int Count => count;

    public int Asking => asking;

    public string Data => Path.Combine(path, "data");

    /// <summary>Definitions and policy stand in the data directory, where the server looks by itself.</summary>
    public ServeOptions Options(Action<string>? say = null) => new ServeOptions { Folder = Data, Say = say ?? (_ => { }), Urls = ["http://127.0.0.1:0"] }.AtHome();

    public static string Slug(int number) => string.Create(CultureInfo.InvariantCulture, $"play-{number:00000}");

    /// <summary>Writes definitions, policy and figures; no tick falls into the twelve hours after.</summary>
    public void Make(DateTimeOffset now)
    {
        var plays = Directory.CreateDirectory(Path.Combine(Data, ServeOptions.PlaysName)).FullName;
        var kpis = Directory.CreateDirectory(Path.Combine(Data, "kpis")).FullName;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var (fallen, usual) = (MadeUpPlays.Figures(today, 0.13), MadeUpPlays.Figures(today, 0.2));
        var at = now.AddHours(12).ToString("HH:mm", CultureInfo.InvariantCulture);
        for (var number = 1; number <= count; number++)
        {
            File.WriteAllText(Path.Combine(plays, $"{Slug(number)}.yaml"), MadeUpPlays.Definition(Slug(number), at));
            File.WriteAllText(Path.Combine(kpis, $"{Slug(number)}.csv"), number <= asking ? fallen : usual);
        }

        File.WriteAllText(Path.Combine(Data, ServeOptions.PolicyName), MadeUpPlays.Rules(Enumerable.Range(1, asking).Select(Slug)));
    }
}
