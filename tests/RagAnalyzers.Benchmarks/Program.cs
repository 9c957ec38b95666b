using BenchmarkDotNet.Running;
using RagAnalyzers.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(AllRulesBenchmark).Assembly).Run(args);
