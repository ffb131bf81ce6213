using System.Text.Json;
using Optimizer.Domain.Audit.Events;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Serving;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Standalone.Checkup;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly DataFolder _data = DataFolder.WithPlay();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Run_FreshInstall_FailsNothing()
    {
        var (code, findings) = Doctor();

        Assert.Equal(0, code);
        Assert.DoesNotContain("fail", findings.Values.Select(each => each.Level));
        Assert.Equal(("ok", "70 days of signups, fresh to the last week"), (findings["signups: figures"].Level, findings["signups: figures"].Evidence));
        Assert.Equal("warn", findings["server"].Level);
    }

    [Fact]
    public void Run_NoDirectory_FailsWithACommandThatMakesIt()
    {
        using var none = new DataFolder();
        var ran = none.Run("doctor", "--json");

        Assert.Equal(7, ran.ExitCode);
        Assert.Contains("optimizer init --csv FILE", ran.Output, StringComparison.Ordinal);
        Assert.Equal(0, none.Run("init", "--csv", none.Csv(40), "--yes").ExitCode);
        Assert.Equal(0, none.Run("doctor").ExitCode);
    }

    [Fact]
    public void Run_BrokenDefinition_FailsUntilItIsCorrected()
    {
        var (file, text) = (_data.In("plays", "signups.yaml"), File.ReadAllText(_data.In("plays", "signups.yaml")));
        File.WriteAllText(file, text.Replace("kind: count", "kind: many", StringComparison.Ordinal));
        Broken("definitions", $"optimizer plays validate {file}");

        File.WriteAllText(file, text);
        Sound("definitions");
    }

    [Fact]
    public void Run_FiguresMissingMalformedOrStale_FailUntilTheyAreWritten()
    {
        var (file, text) = (_data.In("kpis", "signups.csv"), File.ReadAllText(_data.In("kpis", "signups.csv")));
        File.Delete(file);
        Broken("signups: figures", $"write {file} with yesterday's figures");

        File.WriteAllText(file, text.Replace(",203\n", ",many\n", StringComparison.Ordinal));
        Broken("signups: figures", $"correct {file} at line");

        File.WriteAllText(file, "date,signups\n2024-01-01,5\n");
        Broken("signups: figures", $"write {file} with yesterday's figures");

        File.WriteAllText(file, text);
        Sound("signups: figures");
    }

    [Fact]
    public void Run_FewDays_WarnsAndFailsNothing()
    {
        File.Delete(_data.In("kpis", "signups.csv"));
        File.Copy(_data.Csv(27, name: "few.csv"), _data.In("kpis", "signups.csv"));

        var (code, findings) = Doctor();

        Assert.Equal((0, "warn", "27 days of signups; no experiment starts before there are 28"), (code, findings["signups: figures"].Level, findings["signups: figures"].Evidence));
    }

    [Fact]
    public void Run_PolicyThatDoesNotRead_FailsUntilItIsCorrected()
    {
        var (file, text) = (_data.In("policy.yaml"), File.ReadAllText(_data.In("policy.yaml")));
        File.WriteAllText(file, text.Replace("autonomy.start: shadow", "autonomy.start: wild", StringComparison.Ordinal));
        Broken("policy", $"optimizer policy lint {file}");

        File.WriteAllText(file, text);
        Sound("policy");
    }

    [Fact]
    public void Run_SecretInAFile_FailsAndDoesNotRepeatIt()
    {
        var secret = $"opt_0123456789ab_{new string('a', 64)}";
        File.AppendAllText(_data.In("policy.yaml"), $"# {secret}\n");

        var ran = _data.Run("doctor", "--json");

        Assert.Equal(7, ran.ExitCode);
        Assert.DoesNotContain(secret, ran.Output, StringComparison.Ordinal);
        Assert.Contains($"{_data.In("policy.yaml")}:{File.ReadLines(_data.In("policy.yaml")).Count()}: holds what looks like a secret", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OthersMayLook_WarnsUntilTheFixIsDone()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_data.Path, (UnixFileMode)Convert.ToInt32("755", 8));
            Assert.Equal(("warn", $"chmod 700 {_data.Path}"), (Doctor().Findings["permissions"].Level, Doctor().Findings["permissions"].Fix));

            File.SetUnixFileMode(_data.Path, (UnixFileMode)Convert.ToInt32("700", 8));
            Sound("permissions");
        }
    }

    [Fact]
    public async Task Run_ChangedTrail_FailsAndSoDoesAClockBehindIt()
    {
        using (var records = RecordStore.Open(_data.In(RecordOptions.FileName), new()))
        {
            await records.Audit.AppendAsync("k", new() { Actor = "a", At = DateTimeOffset.UtcNow.AddDays(2), Cause = "c", Event = new LoopFrozen("w"), Play = "-" }, default);
        }

        Assert.Equal(("fail", "warn"), (Doctor().Findings["clock"].Level, Doctor().Findings["freeze"].Level));

        File.WriteAllText(_data.In(RecordOptions.FileName), "no database");
        Broken("trail", "optimizer restore BACKUP");
    }

    [Fact]
    public void Run_DamagedEngine_Fails()
    {
        File.WriteAllText(_data.In("engine.db"), "no database");

        Broken("engine", "optimizer restore BACKUP");
    }

    [Fact]
    public void Run_Frozen_WarnsUntilTheFixIsDone()
    {
        using (RecordStore.Open(_data.In(RecordOptions.FileName), new()))
        {
        }

        Assert.Equal(0, _data.Run("freeze", "--why", "fire").ExitCode);
        Assert.Equal(("warn", $"optimizer unfreeze --data {_data.Path}"), (Doctor().Findings["freeze"].Level, Doctor().Findings["freeze"].Fix));

        Assert.Equal(0, _data.Run("unfreeze").ExitCode);
        Sound("freeze");
    }

    [Fact]
    public void Run_ServerGoneOrDeaf_IsToldApart()
    {
        new RunningServer(1, "http://127.0.0.1:1", DateTimeOffset.UnixEpoch).Write(_data.Path);
        Assert.Equal("warn", Doctor().Findings["server"].Level);

        using var held = ServerPlace.Take(_data.Path);
        Broken("server", "kill 1");
    }

    private (int Code, Dictionary<string, (string Level, string Evidence, string? Fix)> Findings) Doctor()
    {
        var ran = _data.Run("doctor", "--json");
        Assert.Equal("", ran.Error);
        using var document = JsonDocument.Parse(ran.Output);
        var findings = new Dictionary<string, (string, string, string?)>();
        foreach (var finding in document.RootElement.GetProperty("findings").EnumerateArray())
        {
            string? Text(string name) => finding.GetProperty(name).GetString();
            findings[Text("check")!] = (Text("level")!, Text("evidence")!, Text("fix"));
            Assert.Equal(Text("level") == "ok", Text("fix") is null);
        }

        return (ran.ExitCode, findings);
    }

    private void Broken(string check, string fix)
    {
        var (code, findings) = Doctor();
        Assert.Equal((ExitCode.UpstreamFailure, "fail"), (code, findings[check].Level));
        Assert.Contains(fix, findings[check].Fix, StringComparison.Ordinal);
    }

    private void Sound(string check)
    {
        var (code, findings) = Doctor();
        Assert.Equal((ExitCode.Ok, "ok"), (code, findings[check].Level));
    }
}
