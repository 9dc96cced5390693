package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.scenario.BothClouds;
import dev.roster.emulator.Emulator;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.logging.HttpLoggingInterceptor;
import okhttp3.logging.HttpLoggingInterceptor.Level;
import org.junit.jupiter.api.Test;

/** Where another dependency asks for OkHttp 4, the BOM leaves one OkHttp on the class path. */
class OkHttp4Test {

  @Test
  void worksOnHuaweiCloud() throws Exception {
    BothClouds.checkHuawei();
  }

  @Test
  void thereIsOneOkHttp() throws Exception {
    List<URL> found =
        Collections.list(getClass().getClassLoader().getResources("okhttp3/OkHttpClient.class"));
    assertEquals(1, found.size(), found.toString());
  }

  @Test
  void whatWasCompiledForOkHttp4RunsOnIt() throws Exception {
    List<String> lines = new ArrayList<>();
    Interceptor logging = new HttpLoggingInterceptor(lines::add).setLevel(Level.BASIC);
    OkHttpClient client = new OkHttpClient.Builder().addInterceptor(logging).build();
    try (Emulator emulator = Emulator.start();
        Response response =
            client
                .newCall(new Request.Builder().url(emulator.endpoint().toURL()).build())
                .execute()) {
      assertTrue(lines.get(0).startsWith("--> GET"), lines.toString());
    }
  }
}
